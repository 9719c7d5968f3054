"""What this program is called, who wrote it, and which release it is."""

NAME = "Media bias comparison"
AUTHORS = "The media bias comparison developers"
VERSION = "0.1.0"
