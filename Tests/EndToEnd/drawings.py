"""What drawings are held to when somebody needs them larger."""

from playwright.sync_api import Locator, Page, ViewportSize

from browser import fits

# A desktop at 200%: the same screen holds half as much (WCAG 2.2, 1.4.4).
TWICE: ViewportSize = {"width": 640, "height": 450}


def larger(page: Page, scrollers: Locator) -> None:
    """At 200% the page is not moved sideways: drawings keep their size, in frames that the keyboard scrolls."""
    page.set_viewport_size(TWICE)
    fits(page)
    assert scrollers.filter(visible=True).count() > 0
    for scroller in scrollers.filter(visible=True).all():
        for svg in scroller.locator("svg").filter(visible=True).all():
            drawn, own = svg.evaluate("svg => [svg.getBoundingClientRect().width, svg.viewBox.baseVal.width]")
            assert abs(drawn - own) < 1, f"a drawing {own} wide is {drawn} wide at 200%"
        wide, seen = scroller.evaluate("frame => [frame.scrollWidth, frame.clientWidth]")
        scrolls = scroller.evaluate("frame => getComputedStyle(frame).overflowX")
        assert wide <= seen or scrolls == "auto"
        assert scroller.get_attribute("tabindex") == "0"
