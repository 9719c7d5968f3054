"""Two outlets of an invented island."""

from bias.coverage.outlets import AddedOutlets

OUTLETS = AddedOutlets(package="bias_island_press", file="outlets.toml")
