"""The place of the DAGs in an installation; in a checkout they lie in ``dags/`` at its top.

An installation is made from the same files: ``package-dir`` in ``pyproject.toml`` says so.
"""
