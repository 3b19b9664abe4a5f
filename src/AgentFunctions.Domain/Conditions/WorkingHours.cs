namespace AgentFunctions.Domain.Conditions;

/// <summary>A window of the week. `To` at or before `From` runs over midnight; the day is the one on which it began.</summary>
public sealed record WorkingHours(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly To, TimeZoneInfo Zone);
