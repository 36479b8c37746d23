"""Shared by all tests: `notation` beside it, and the scripts under bench/, which are no package."""

import signal
import sys
import threading
from pathlib import Path

for folder in (Path(__file__).parent, Path(__file__).parents[1] / "bench"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

if threading.current_thread() is threading.main_thread():
    # a shell that runs the tests in the background has them ignore Ctrl-C, and so would every process that they start
    signal.signal(signal.SIGINT, signal.default_int_handler)
