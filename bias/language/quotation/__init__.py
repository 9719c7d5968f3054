"""Quotation marks: which marks there are, which belong together, and what stands between them."""
