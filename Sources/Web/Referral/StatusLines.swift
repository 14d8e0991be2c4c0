import Casework
import Kernel

/// What was said after the referral of whether taking part is required, each with why.
struct StatusLines: Component {
    let page: CustomerPage
    let referral: Referral

    var body: some HTML {
        if !referral.statuses.isEmpty {
            Disclosure("Whether taking part is required: what was said and when") {
                p { "At referral: \(referral.basis.plain)." }
                ForEach(referral.statuses) { status in
                    p {
                        "From \(status.from.written), said on \(status.event.recorded.day.written): "
                        "\(status.basis.plain)."
                    }
                    if let words = status.words.value { blockquote { words.text } }
                }
            }
        }
    }
}
