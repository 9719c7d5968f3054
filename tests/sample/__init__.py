"""The sample report in ``docs/sample``, and the pictures of it in ``docs/pictures``."""
