"""Stage 1, coverage: from declared outlets to the pages they published in one night."""
