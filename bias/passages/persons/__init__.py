"""Who speaks: the names of an article, and what later words stand for them."""
