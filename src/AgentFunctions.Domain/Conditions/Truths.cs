namespace AgentFunctions.Domain.Conditions;

internal static class Truths
{
    public static Truth Of(bool value) => value ? Truth.Yes : Truth.No;

    public static Truth Not(Truth truth) => Truth.Yes - (int)truth;
}
