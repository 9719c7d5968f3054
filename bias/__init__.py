"""Compare how news outlets cover the same events, and in whose voice."""
