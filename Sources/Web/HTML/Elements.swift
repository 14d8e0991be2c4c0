// The elements of HTML that pages use, by their own names. Where a property of the same name is in the way, write
// `Web.label`. Void elements take no content; `script` can only name a file, and there is no `style`.

// MARK: The document

public func html<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("html", attributes, content())
}
public func head<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("head", attributes, content())
}
public func title<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("title", attributes, content())
}
public func body<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("body", attributes, content())
}

// MARK: Landmarks and sections

public func header<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("header", attributes, content())
}
public func nav<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("nav", attributes, content())
}
public func main<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("main", attributes, content())
}
public func footer<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("footer", attributes, content())
}
public func section<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("section", attributes, content())
}
public func article<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("article", attributes, content())
}
public func aside<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("aside", attributes, content())
}
public func h1<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("h1", attributes, content())
}
public func h2<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("h2", attributes, content())
}
public func h3<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("h3", attributes, content())
}
public func h4<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("h4", attributes, content())
}

// MARK: Blocks

public func div<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("div", attributes, content())
}
public func p<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("p", attributes, content())
}
public func ul<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("ul", attributes, content())
}
public func ol<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("ol", attributes, content())
}
public func li<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("li", attributes, content())
}
public func dl<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("dl", attributes, content())
}
public func dt<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("dt", attributes, content())
}
public func dd<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("dd", attributes, content())
}
public func blockquote<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<
    Content
> {
    Element("blockquote", attributes, content())
}
public func figure<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("figure", attributes, content())
}
public func figcaption<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<
    Content
> {
    Element("figcaption", attributes, content())
}
public func details<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("details", attributes, content())
}
public func summary<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("summary", attributes, content())
}

// MARK: Text

public func a<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("a", attributes, content())
}
public func span<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("span", attributes, content())
}
public func strong<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("strong", attributes, content())
}
public func em<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("em", attributes, content())
}
public func small<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("small", attributes, content())
}
public func code<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("code", attributes, content())
}
public func abbr<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("abbr", attributes, content())
}
public func time<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("time", attributes, content())
}
public func kbd<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("kbd", attributes, content())
}
public func mark<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("mark", attributes, content())
}
public func del<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("del", attributes, content())
}
public func ins<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("ins", attributes, content())
}
public func sub<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("sub", attributes, content())
}
public func sup<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("sup", attributes, content())
}

// MARK: Tables

public func table<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("table", attributes, content())
}
public func caption<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("caption", attributes, content())
}
public func colgroup<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("colgroup", attributes, content())
}
public func thead<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("thead", attributes, content())
}
public func tbody<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("tbody", attributes, content())
}
public func tfoot<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("tfoot", attributes, content())
}
public func tr<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("tr", attributes, content())
}
public func th<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("th", attributes, content())
}
public func td<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("td", attributes, content())
}

// MARK: Forms

public func form<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("form", attributes, content())
}
public func fieldset<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("fieldset", attributes, content())
}
public func legend<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("legend", attributes, content())
}
public func label<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("label", attributes, content())
}
public func select<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("select", attributes, content())
}
public func option<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("option", attributes, content())
}
public func optgroup<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("optgroup", attributes, content())
}
public func button<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("button", attributes, content())
}
public func output<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content> {
    Element("output", attributes, content())
}
public func progress<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Element<Content>
{
    Element("progress", attributes, content())
}

// MARK: Void elements

public func br(_ attributes: Attribute...) -> VoidElement { VoidElement("br", attributes) }
public func hr(_ attributes: Attribute...) -> VoidElement { VoidElement("hr", attributes) }
public func img(_ attributes: Attribute...) -> VoidElement { VoidElement("img", attributes) }
public func input(_ attributes: Attribute...) -> VoidElement { VoidElement("input", attributes) }
public func link(_ attributes: Attribute...) -> VoidElement { VoidElement("link", attributes) }
public func meta(_ attributes: Attribute...) -> VoidElement { VoidElement("meta", attributes) }
public func col(_ attributes: Attribute...) -> VoidElement { VoidElement("col", attributes) }

// MARK: Elements with rules of their own

/// Text kept as it was typed, in a box. A parser drops one line feed after the tag, so one is written for it to drop.
public func textarea(_ attributes: Attribute..., content: () -> String) -> Element<Both<LineFeed, String>> {
    Element("textarea", attributes, Both(first: LineFeed(), second: content()))
}

/// Text with its lines and spaces kept.
public func pre<Content: HTML>(
    _ attributes: Attribute..., @HTMLBuilder content: () -> Content
) -> Element<Both<LineFeed, Content>> {
    Element("pre", attributes, Both(first: LineFeed(), second: content()))
}

/// The line feed that a parser drops at the start of `textarea` and `pre` (HTML Standard §13.2.6.4.7).
public struct LineFeed: HTML {
    public func write(to page: inout HTMLOutput) { page.markup("\n") }
}

/// A script of our own, by its address; it runs when the page is complete.
public func script(src address: String) -> Element<Nothing> {
    Element("script", [.src(address), .defer()], Nothing())
}

/// A hidden field of a form.
public func hidden(_ name: String, _ value: String) -> VoidElement {
    input(.type(.hidden), .name(name), .value(value))
}
