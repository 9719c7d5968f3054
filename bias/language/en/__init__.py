"""English: word tables, and the model that parses it."""
