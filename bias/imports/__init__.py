"""What people already have (WARC, HTML, text, tables) as pages of editions, without the network."""
