"""Which two passages tell the same thing: how alike they are, where they stand, how sure it is."""
