"""`python -m minsheng` is the command `minsheng`."""

from minsheng.cli import main

if __name__ == "__main__":
    main()
