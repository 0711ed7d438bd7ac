"""The command `onrecord`, also as `python -m onrecord`."""

import signal


def main() -> None:
    """Run the command. Until it listens for signals itself, an interrupt ends it at once and without a traceback."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from onrecord.cli import main as command  # noqa: PLC0415  (what takes time comes after)

    command(prog_name="onrecord")


if __name__ == "__main__":
    main()
