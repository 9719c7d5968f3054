"""French: tables, the forms of its words, and the model that parses it where that is installed."""
