"""Spanish: tables and the forms of its words; nothing parses it."""
