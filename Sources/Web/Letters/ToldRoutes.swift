import Casework

/// The ways in which somebody is told of something that a letter says.
struct ToldRoutes: Sendable {
    /// Whether e-mail can reach them; nil where it is no way of telling this.
    let email: EmailOffer?

    /// What a person can do themselves, and e-mail where it can reach the customer.
    private var routes: [ToldOfHolder.Route] {
        if case .to? = email { ToldOfHolder.Route.allCases } else { [.post, .byHand, .spoken] }
    }

    /// The way that is chosen at first.
    var first: ToldOfHolder.Route { email?.address == nil ? .post : .email }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios("route", label: "How are they told?", routes.map { Choice($0.rawValue, $0.title) }, in: state)
            if let email { email }
        }
    }

    func read(_ form: FormReader) -> ToldOfHolder.Route {
        let chosen = form.choice("route", label: "How are they told?", of: routes.map(\.rawValue))
        return ToldOfHolder.Route(rawValue: chosen) ?? .spoken
    }
}
