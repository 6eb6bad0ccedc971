"""The list of episodes with its search, at the left of the window."""
