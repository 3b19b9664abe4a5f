using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgentFunctions.LocalRuntime.Http;

/// <summary>
/// Whether some path matches two templates. Errs on the side of yes: the host promises no order between templates, so
/// what cannot be told apart here cannot be relied upon there.
/// </summary>
internal sealed class RouteOverlap(ParameterPolicyFactory policies)
{
    // Texts that satisfy one constraint never satisfy the other: 32 digits are a guid but too large for a long.
    private static readonly (string One, string Other)[] Disjoint =
        [("guid", "int"), ("guid", "long"), ("bool", "guid"), ("bool", "int"), ("bool", "long")];

    public bool Exists(RoutePattern one, RoutePattern other) => From(one.PathSegments, other.PathSegments);

    private bool From(IReadOnlyList<RoutePatternPathSegment> one, IReadOnlyList<RoutePatternPathSegment> other)
    {
        for (var at = 0; ; at++)
        {
            if (MayEnd(one, at) && MayEnd(other, at))
            {
                return true;
            }

            if (at == one.Count || at == other.Count)
            {
                return false;
            }

            if (IsCatchAll(one[at]) || IsCatchAll(other[at]))
            {
                return true;
            }

            if (!Meet(one[at], other[at]))
            {
                return false;
            }
        }
    }

    // Parameters that may be left out are last, so one of them says it for the rest.
    private static bool MayEnd(IReadOnlyList<RoutePatternPathSegment> segments, int at) =>
        at == segments.Count
        || (segments[at] is { IsSimple: true, Parts: [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { IsCatchAll: true } or RoutePatternParameterPart { Default: not null }] }
            && MayEnd(segments, at + 1));

    private static bool IsCatchAll(RoutePatternPathSegment segment) => segment.Parts is [.., RoutePatternParameterPart { IsCatchAll: true }];

    private bool Meet(RoutePatternPathSegment one, RoutePatternPathSegment other) => (one.Parts, other.Parts) switch
    {
        ([RoutePatternLiteralPart first], [RoutePatternLiteralPart second]) => string.Equals(first.Content, second.Content, StringComparison.OrdinalIgnoreCase),
        ([RoutePatternLiteralPart literal], [RoutePatternParameterPart parameter]) => Accepts(parameter, literal.Content),
        ([RoutePatternParameterPart parameter], [RoutePatternLiteralPart literal]) => Accepts(parameter, literal.Content),
        ([RoutePatternParameterPart first], [RoutePatternParameterPart second]) => !Disjoint.Any(pair =>
            (Has(first, pair.One) && Has(second, pair.Other)) || (Has(first, pair.Other) && Has(second, pair.One))),
        _ => true,
    };

    private bool Accepts(RoutePatternParameterPart parameter, string text) => parameter.ParameterPolicies
        .Select(policy => policies.Create(parameter, policy))
        .OfType<IRouteConstraint>()
        .All(constraint => constraint.Match(
            httpContext: null,
            route: null,
            parameter.Name,
            new RouteValueDictionary { [parameter.Name] = text },
            RouteDirection.IncomingRequest));

    private static bool Has(RoutePatternParameterPart parameter, string constraint) =>
        parameter.ParameterPolicies.Any(policy => string.Equals(policy.Content, constraint, StringComparison.OrdinalIgnoreCase));
}
