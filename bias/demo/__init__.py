"""A replayed newsroom: any coverage folder served as news sites on loopback."""
