"""The mean of the weights of checkpoints that share a beginning.  python average.py OUT.pt CHECKPOINT.pt ...

Weights that not all of them have (the dependency heads, which are not exported) are left out.
"""

import sys

import torch


def main() -> None:
    out, *checkpoints = sys.argv[1:]
    states = [torch.load(checkpoint) for checkpoint in checkpoints]
    shared = [key for key in states[0] if all(key in state for state in states)]
    torch.save({key: torch.stack([state[key].float() for state in states]).mean(0) for key in shared}, out)


if __name__ == "__main__":
    main()
