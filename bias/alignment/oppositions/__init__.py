"""How two tellings of one thing differ in what they say: who acts, how sure it is, what is done."""
