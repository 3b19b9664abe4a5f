using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Security;

/// <summary>The caller of a request, put there by the authentication middleware and by nothing else.</summary>
internal static class CallerContext
{
    /// <exception cref="InvalidOperationException">The function is public, so nobody was asked who they are.</exception>
    public static Caller GetCaller(this HttpContext context) =>
        context.FindCaller() ?? throw new InvalidOperationException("the function asks for a caller but is declared public");

    /// <summary>Null on a public function that was called without a usable token.</summary>
    public static Caller? FindCaller(this HttpContext context) => context.Features.Get<Caller>();

    internal static void SetCaller(this HttpContext context, Caller caller) => context.Features.Set(caller);
}
