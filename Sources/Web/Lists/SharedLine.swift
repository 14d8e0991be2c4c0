import Records

/// How many share with the reader's organisation, on the page that a day starts from.
struct SharedLine: Component {
    let count: Int

    var body: some HTML {
        if count > 0 {
            p {
                a(.href(SiteURL.shared.address)) { "Shared with you" }
                count == 1
                    ? ": one person lets your organisation see something of their record."
                    : ": \(text) people let your organisation see something of their record."
            }
        }
    }

    private var text: String { count > CaseloadCounts.most ? "\(CaseloadCounts.most)+" : String(count) }
}
