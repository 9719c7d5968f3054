"""Speed of each stage as ratios within one run; one module a stage, each with `measure`."""
