"""The assessment of an episode: what was heard of it, and the document with every text and judgement of the page."""
