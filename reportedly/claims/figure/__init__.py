"""Figures: how many were killed, hurt, held, moved; "at least 18 officers were killed"."""

from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.find import find_figures
from reportedly.claims.figure.relate import (
    figure_amount,
    figure_at_least,
    figure_is_growing,
    figure_is_roving,
    figure_is_share,
    figure_least,
    figure_line,
    figure_speaks_for,
    figure_total,
    figure_value,
    outer_figures,
    relate_figures,
    say_amount,
    say_figure,
    say_figure_line,
)
from reportedly.claims.kind import Kind

FIGURE = Kind(
    name="figure",
    content=Figure,
    find=find_figures,
    line=figure_line,
    relate=relate_figures,
    say=say_figure,
    own_word=False,
    value=figure_value,
    say_value=say_amount,
    say_line=say_figure_line,
    outer=outer_figures,
    speaks_for=figure_speaks_for,
    at_least=figure_at_least,
    total=figure_total,
    amount_of=figure_amount,
    least=figure_least,
    is_growing=figure_is_growing,
    is_roving=figure_is_roving,
    is_share=figure_is_share,
)
