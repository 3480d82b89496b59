/** Why this exists: the conditions of a declarative `post { }`. */
class Post implements Serializable {
    Map<String, Closure> conditions

    def always(Closure body) { conditions.always = body }

    def success(Closure body) { conditions.success = body }

    def failure(Closure body) { conditions.failure = body }

    def aborted(Closure body) { conditions.aborted = body }

    def cleanup(Closure body) { conditions.cleanup = body }
}
