using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserService.Users;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(UserPage))]
sealed partial class UsersJson : JsonSerializerContext;
