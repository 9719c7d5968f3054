"""Which passages of one event tell the same thing, in what words, and who leaves it out."""
