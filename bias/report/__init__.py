"""Reports: the comparison of one event, the front page of one night, the list of all nights."""
