"""Where tellings of one thing differ: word by word, in numbers, and in what one denies."""
