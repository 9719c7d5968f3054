"""Records turned into plain typed rows: what a page shows, every figure in it already made."""
