import Casework
import Hummingbird
import Kernel
import NIOCore

extension Site {
    /// The description of the API, for programs and for people. Neither needs a token: they say nothing of anybody.
    func addDescription(to router: Router<SiteContext>, _ operations: [Operation]) {
        let site = self
        // It follows from the program and its programmes alone, so it is made once, when it is first asked for.
        let made = Locked<String?>(nil)
        router.get(RouterPath(SiteURL.Route.apiDescription.rawValue)) { request, context in
            var document = made.with { $0 }
            if document == nil {
                // Kept for everybody, so in the words of staff whoever asks first.
                document = await Speech.$current.withValue(nil) {
                    let forms = await SpecimenVisit(site: site, request: request, context: context).describe()
                    return OpenAPI.document(operations, forms: forms).text
                }
                made.with { [document] in $0 = document }
            }
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: .init(byteBuffer: ByteBuffer(string: document ?? "")))
        }
        router.get(RouterPath(SiteURL.Route.api.rawValue)) { _, context in
            site.response(APIPage(operations: operations).page, context)
        }
    }
}

/// What the API can be asked, for people who write programs.
struct APIPage {
    let operations: [Operation]

    var page: Page {
        Page("The API", width: .wide) {
            p {
                "The same doors as the pages, for programs: JSON under "
                Web.code { APIPath.root }
                ", described by "
                a(.href(SiteURL.apiDescription.address)) { "an OpenAPI document" }
                " that is made from what the program answers."
            }
            p {
                "Send your token as "
                Web.code { "Authorization: Bearer tl_…" }
                ". "
                Link("Make a token", to: SiteURL.tokens.address)
                " when you are signed in. It acts as you, and every look it takes is recorded."
            }
            p {
                "A program of your organisation can be "
                a(.href(SiteURL.receivers.address)) { "told of events" }
                " as they are recorded."
            }
            ForEach(sections) { section in
                Section(section, id: section.lowercased().replacing(" ", with: "-")) {
                    DataTable(
                        section, rows: operations.filter { $0.section == section }, captionIsUnseen: true,
                        columns: columns)
                }
            }
        }
    }

    private var sections: [String] {
        operations.map(\.section).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var columns: [Column<Operation>] {
        [
            Column("What", .heading) { $0.summary },
            Column("Ask") { operation in Web.code { "\(operation.method.rawValue) \(operation.path)" } },
            Column("With") { operation in
                operation.parameters.filter { $0.place != .path }.map(\.name).joined(separator: ", ")
            },
        ]
    }
}
