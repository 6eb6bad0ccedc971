"""The three pictures of the scores in the window: widgets that paint what `spectrum` computes."""
