/// Where a named officer finds their paper files; nothing for everybody else.
struct PaperLine: Component {
    let count: Int

    var body: some HTML {
        if count > 0 {
            p {
                "You are the named officer of "
                a(.href(SiteURL.paper.address)) { "\(count) paper file\(count == 1 ? "" : "s")" }
                "."
            }
        }
    }
}
