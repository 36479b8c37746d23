"""`python -m reportedly` is the program `reportedly`."""

from reportedly.show.cli import main

main()
