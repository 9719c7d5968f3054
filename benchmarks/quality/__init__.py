"""Quality of each stage against human labels; one module a stage, each with `measure`."""
