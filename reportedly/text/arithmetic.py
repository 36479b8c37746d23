"""The model's matrix products by numpy's BLAS instead of the one that the model library ships.

In: nothing; what is loaded within `quick_arithmetic` reckons so. The library's own kernels know few processors: on a
current server core they reached 16 GFLOP/s where numpy's reached 61, and half of the parser's time is such products.
Sums may differ in the last bit, as they do between processors.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any


@contextmanager
def quick_arithmetic() -> Iterator[None]:
    """A pipeline that is loaded within keeps these products; what was loaded before keeps its own."""
    from thinc.api import get_current_ops, set_current_ops

    before = get_current_ops()
    if before.name == "numpy":  # a graphics card or another maker's kernels, where somebody set them, stay
        set_current_ops(_quick_ops())
    try:
        yield
    finally:
        set_current_ops(before)


@cache
def _quick_ops() -> Any:
    import numpy
    from thinc.api import NumpyOps

    class QuickOps(NumpyOps):  # type: ignore[misc]  # the library is not typed
        """The library's operations, save the product of two matrices."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    return QuickOps()
