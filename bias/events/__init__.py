"""Events: articles of at least two outlets grouped by happening, with what is missing from each."""
