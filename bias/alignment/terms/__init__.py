"""What a passage says, word by word: stems, concepts, numbers, quantities, and their rarity."""
