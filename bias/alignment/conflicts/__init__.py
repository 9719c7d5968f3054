"""What outlets say differently of one thing: other words in one quotation, numbers, denials."""
