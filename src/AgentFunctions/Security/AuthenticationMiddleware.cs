using AgentFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace AgentFunctions.Security;

/// <summary>Lets a request reach its function only if the function's declaration says so. Functions without HTTP pass.</summary>
internal sealed partial class AuthenticationMiddleware(
    FunctionAccess access, TokenVerifier tokens, GovernedAgents agents, GovernanceMetrics metrics, ILogger<AuthenticationMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var requirement = access.Of(context.FunctionDefinition);
        if (requirement is AccessRequirement.NotHttp)
        {
            await next(context);
            return;
        }

        var http = context.GetHttpContext() ?? throw new InvalidOperationException($"function {context.FunctionDefinition.Name} has an HTTP trigger and no request");
        if (await RefusalAsync(requirement, http) is not { } refusal)
        {
            await next(context);
            return;
        }

        metrics.AuthenticationFailed(refusal.Code);
        context.GetInvocationResult().Value = refusal;
    }

    private async ValueTask<Problem?> RefusalAsync(AccessRequirement requirement, HttpContext http)
    {
        if (requirement is AccessRequirement.Undeclared)
        {
            return new Problem(ProblemCode.FunctionNotDeclared);
        }

        var refusal = await AuthenticateAsync(http);
        return requirement switch
        {
            AccessRequirement.Public => null,
            _ when refusal is not null => refusal,
            AccessRequirement.AnyCaller => null,
            AccessRequirement.AnyRole role => await RefusalAsync(role, http.GetCaller(), http.RequestAborted),
            _ => new Problem(ProblemCode.FunctionNotDeclared),
        };
    }

    private async ValueTask<Problem?> AuthenticateAsync(HttpContext http)
    {
        switch (BearerToken.Of(http.Request))
        {
            case BearerToken.Missing:
                return new Problem(ProblemCode.TokenMissing);

            case BearerToken.Found token:
                return Refusal(await tokens.VerifyAsync(token.Text, http.RequestAborted), http);

            default:
                return new Problem(ProblemCode.InvalidToken);
        }
    }

    private Problem? Refusal(TokenOutcome outcome, HttpContext http)
    {
        switch (outcome)
        {
            case TokenOutcome.Accepted accepted:
                http.SetCaller(accepted.Caller);
                return null;

            case TokenOutcome.IssuerUnavailable:
                return new Problem(ProblemCode.IssuerUnavailable);

            case TokenOutcome.Refused refused:
                Log.TokenRefused(logger, refused.Fault, http.GetRequestId());
                return new Problem(ProblemCode.InvalidToken);

            default:
                return new Problem(ProblemCode.InvalidToken);
        }
    }

    private async ValueTask<Problem?> RefusalAsync(AccessRequirement.AnyRole requirement, Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.HasAny(requirement.Roles))
        {
            return new Problem(ProblemCode.RoleMissing, $"needs role {string.Join(" or ", RoleNames.Print(requirement.Roles))}");
        }

        return requirement.IsAdministration && await agents.IsGovernedAsync(caller.ClientId, cancellationToken)
            ? new Problem(ProblemCode.AgentNotAccepted)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "token refused: {Fault}, request {RequestId}")]
        public static partial void TokenRefused(ILogger logger, TokenFault fault, string requestId);
    }
}
