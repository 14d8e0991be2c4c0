import Casework
import Kernel
import Office
import Records

/// Those who were sent to an organisation of a chain, waiting for its answer or for an adviser, those whom another turned
/// down, and those who came back to it, waiting to be contacted.
struct DeskSection: Component {
    let rows: [DeskRow]
    let names: [Identifier<Organisation>: String]
    let today: CalendarDay

    var body: some HTML {
        Section("Sent to you (\(rows.count))", id: "desk") {
            DataTable(
                "Those who were sent to you, the oldest first", rows: rows, captionIsUnseen: true,
                columns: [
                    Column("Customer", .heading) { row in
                        a(.href(SiteURL.customer(row.subject).address)) { row.name ?? "Details erased" }
                    },
                    Column("From") { [names] row in names[row.sender] ?? "An organisation" },
                    Column("Since") { [today] row in WrittenDay(row.since.day, today: today) },
                    Column("Do it", .action) { row in
                        let name = row.name ?? "a customer"
                        switch row.wants {
                        case .answer:
                            LinkButton("Take on", to: SiteURL.form(.takeOn, row.subject).address, about: name)
                            " "
                            LinkButton(
                                "Cannot", to: SiteURL.form(.turnDown, row.subject).address, about: "take \(name) on")
                        case .decision:
                            LinkButton(
                                "Send on elsewhere", to: SiteURL.form(.passOn, row.subject).address,
                                about: "– \(name), who was turned down")
                            " "
                            LinkButton("Keep", to: SiteURL.form(.keep, row.subject).address, about: name)
                        case .adviser:
                            LinkButton("Assign", to: SiteURL.form(.assign, row.subject).address, about: name)
                        case .contact:
                            LinkButton(
                                "Record a contact", to: SiteURL.form(.contact, row.subject).address,
                                about: "with \(name), who is back on benefit")
                        }
                    },
                ])
        }
    }
}
